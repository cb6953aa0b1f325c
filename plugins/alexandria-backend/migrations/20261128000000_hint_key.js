// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('hint_key', table => {
    table.comment(
      'The key that the names of the channels of hints are made with',
    );
    table.integer('id').primary().comment('Always 1');
    table.string('key').notNullable().comment('256 random bits, in base64');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('hint_key');
};
