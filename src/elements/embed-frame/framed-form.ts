/** The form in the frame, as far as the frame deals with it: any element of the kit that takes answers. */
export interface FramedForm extends HTMLElement {
  /** Name of the page that is shown; empty until there is one. */
  readonly page?: string;
  /** What a partner has signed for the person. */
  referral?: string | undefined;
  /** The site around the frame, which is where the referral comes from. */
  referralHost?: string | undefined;
}
