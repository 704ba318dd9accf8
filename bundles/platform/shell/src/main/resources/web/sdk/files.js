// Files that the server makes.

/** Saves what an address answers; the browser takes the name from the answer and shows a refusal as a failed download. */
export function saveFile(address) {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}
