/** Gives the browser a file of JSON to save. Its name should tell those who share the device nothing of a person. */
export function saveFile(name: string, json: string): void {
  const address = URL.createObjectURL(new Blob([json], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers fetch it only after this task.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
