// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('told', table => {
    table.comment(
      'What owners were told last of each Deployment of an instance, and for how long it has been otherwise',
    );
    table.string('entity_ref').notNullable().comment('Of the instance');
    table.string('cluster').notNullable();
    table.string('namespace').notNullable();
    table.string('name').notNullable();
    table.string('kind').notNullable().comment('healthy or unhealthy');
    table
      .bigInteger('told_at')
      .nullable()
      .comment('In ms since the epoch; null when nothing was told yet');
    table
      .bigInteger('other_ms')
      .notNullable()
      .comment('For how long it has been known to be otherwise');
    table
      .bigInteger('seen_at')
      .nullable()
      .comment('When it was last known to be otherwise, in ms since the epoch');
    table.primary(['entity_ref', 'cluster', 'namespace', 'name']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('told');
};
