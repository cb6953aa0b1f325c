export { hostileTexts } from './hostileTexts';
export { escapingPaths, plainPaths } from './paths';
export { refusedDocuments } from './refusedDocuments';
export { hostileTrees } from './hostileTrees';
export { prototypeIsClean } from './prototypeIsClean';
export { Tally } from './Tally';
