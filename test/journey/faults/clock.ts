// Read by Node before the receiver: its clock is so many days off, and right again, at each signal in turn.
const days = Number(process.env.FAULT_CLOCK_DAYS ?? '0');
const Real = Date;
const { now } = Real;
let off = days * 24 * 60 * 60 * 1000;

process.on('SIGUSR2', () => {
  off = off === 0 ? days * 24 * 60 * 60 * 1000 : 0;
});

globalThis.Date = new Proxy(Real, {
  construct: (target, values, made) =>
    Reflect.construct(target, values.length === 0 ? [now() + off] : values, made) as Date,
  get: (target, name, receiver) =>
    name === 'now' ? () => now() + off : (Reflect.get(target, name, receiver) as unknown),
});

export {};
