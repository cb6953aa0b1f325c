export const pluginId = 'alexandria';
