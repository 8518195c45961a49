import { css } from 'lit';

/** Buttons with an arrow: what moves one of several up and down. */
export const arrows = css`
  .icon {
    inline-size: 44px;
    padding: 0;
  }

  .icon::before {
    content: '';
    display: inline-block;
    inline-size: 0.6em;
    block-size: 0.6em;
    border-block-start: 2.5px solid;
    border-inline-start: 2.5px solid;
    transform: translateY(0.15em) rotate(45deg);
  }

  .down::before {
    transform: translateY(-0.15em) rotate(225deg);
  }

  [dir='rtl'] .icon::before {
    transform: translateY(0.15em) rotate(-45deg);
  }

  [dir='rtl'] .down::before {
    transform: translateY(-0.15em) rotate(135deg);
  }
`;
