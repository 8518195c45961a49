import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import 'taafi-kit/define';
import { App } from './app';

void bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] });
