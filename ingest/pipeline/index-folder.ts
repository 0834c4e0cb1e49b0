/** The sub-folder of the data folder that holds the bundles. */
export const INDEX_FOLDER = 'index'
