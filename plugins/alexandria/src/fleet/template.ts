/** The template that makes instances, as the form of it is found by. */
export const instanceTemplate = {
  namespace: 'default',
  templateName: 'new-alexandria-instance',
};
