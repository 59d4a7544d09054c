/** A name of the DOM that the generated client uses and that Node's types know only within `fetch`. */
type BodyInit = NonNullable<RequestInit['body']>;
