/**
 * PHP keeps only the last of several values of one name, unless the name ends in []. This gives such names that ending,
 * after the kit has added its entries: the event reaches the document last. Other back ends do not need it.
 */
document.addEventListener('formdata', ({ formData }) => {
  for (const name of new Set(formData.keys())) {
    const values = formData.getAll(name);
    if (values.length < 2 || name.endsWith('[]')) continue;
    formData.delete(name);
    for (const value of values) formData.append(`${name}[]`, value);
  }
});
