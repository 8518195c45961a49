import { css } from 'lit';
import { fileStyles } from '../../fields/file/file.styles.js';
import { boxes } from '../../theme/boxes.styles.js';
import { dialog } from '../../theme/dialog.styles.js';
import { formStyles } from '../../theme/form.styles.js';
import { paper } from '../../theme/paper.styles.js';
import { told } from '../../theme/told.styles.js';
import { followedStyles } from './followed.styles.js';
import { missingItemStyles } from './missing-items.styles.js';
import { questionStyles } from './questions.styles.js';
import { timelineStyles } from './timeline.styles.js';

const lookUp = css`
  .look-up details {
    margin-block-start: 28px;
  }

  .new-request {
    margin-block-start: 8px;
  }

  .new-request a,
  .closing a {
    display: inline-block;
    padding-block: 8px;
  }

  #closed {
    margin-block-end: 24px;
  }

  .opening {
    padding-block: 32px;
  }

  .look-up .start-aligned {
    font-size: 1.1em;
    letter-spacing: 0.02em;
  }
`;

export const statusTrackerStyles = [
  ...formStyles,
  boxes,
  fileStyles,
  paper,
  dialog,
  lookUp,
  told,
  followedStyles,
  missingItemStyles,
  timelineStyles,
  questionStyles,
];
