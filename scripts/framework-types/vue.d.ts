import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { TaafiElements } from './elements.js';

type Heard<Events> = { [Name in keyof Events]: (event: Events[Name]) => void };

type Described<Tag extends keyof TaafiElements> = new () => TaafiElements[Tag]['element'] & {
  /** Only for `vue-tsc`; there is no such property. */
  $props: Omit<HTMLAttributes, keyof TaafiElements[Tag]['props']> & TaafiElements[Tag]['props'] & PublicProps;
  /** Only for `vue-tsc`; there is no such property. */
  $emit: EmitFn<Heard<TaafiElements[Tag]['events']>>;
};

type Tags = { [Tag in keyof TaafiElements]: Described<Tag> };

declare module 'vue' {
  interface GlobalComponents extends Tags {}
}
