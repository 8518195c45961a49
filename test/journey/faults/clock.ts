// Read by Node before the receiver: at each signal its clock goes so many days wrong, or is right again. It begins with the
// earlier of both times, as if the receiver's key had been made long ago: what is dated before its key counts as forged.
const days = Number(process.env.FAULT_CLOCK_DAYS ?? '0');
const Real = Date;
const { now } = Real;
const wrong = days * 24 * 60 * 60 * 1000;
let off = Math.min(0, wrong);

process.on('SIGUSR2', () => {
  off = off === 0 ? wrong : 0;
});

globalThis.Date = new Proxy(Real, {
  construct: (target, values, made) =>
    Reflect.construct(target, values.length === 0 ? [now() + off] : values, made) as Date,
  get: (target, name, receiver) =>
    name === 'now' ? () => now() + off : (Reflect.get(target, name, receiver) as unknown),
});

export {};
