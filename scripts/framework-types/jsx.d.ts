import type { TaafiElements } from './elements.js';

export type { TaafiElements } from './elements.js';

/** `taafi-sent` is heard by `ontaafi-sent`. */
export type TaafiListeners<Events> = {
  [Name in keyof Events & `taafi-${string}` as `on${Name}`]?: ((event: Events[Name]) => void) | undefined;
};

/**
 * The tags as JSX knows them. `Common` is what every tag of the framework takes, such as `class` and `children`; a
 * framework's `IntrinsicElements` extends this.
 */
export type TaafiJsx<Common = object> = {
  [Tag in keyof TaafiElements]: Omit<Common, keyof TaafiElements[Tag]['props']> &
    TaafiElements[Tag]['props'] &
    TaafiListeners<TaafiElements[Tag]['events']>;
};
