// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('alexandria_discovered', table => {
    table.comment(
      'The instances of Alexandria that are in the catalog because they run, and for how long they have been gone',
    );
    table
      .string('entity_ref')
      .primary()
      .comment('Of the entity in the catalog');
    table
      .string('cluster')
      .notNullable()
      .index('alexandria_discovered_cluster_idx')
      .comment('Where the Deployment is or was');
    table.string('namespace').notNullable();
    table.string('name').notNullable();
    table.text('labels').notNullable().comment('Of the Deployment, as JSON');
    table
      .string('fingerprint')
      .notNullable()
      .comment('Of the entity that the catalog was given; empty before that');
    table
      .bigInteger('absent_ms')
      .notNullable()
      .comment('For how long it has been known to be gone');
    table
      .bigInteger('looked_at')
      .nullable()
      .comment('When it was last known to be gone, in ms since the epoch');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('alexandria_discovered');
};
