-- What concerns a table stands with the table, so that a new one is entered nowhere else. A comment 'additions only' on a table:
-- the service may add rows and neither change nor delete them (afterMigrate.sql); 'updatable' on one of its columns: except
-- this. A comment 'encrypted' on a column: a change of keys writes it anew; the row is named by the primary key.
comment on table audit_entry is 'additions only';
comment on table audit_seal is 'additions only';
comment on table tally_entry is 'additions only';
comment on table closing_figure is 'additions only';
comment on table reporting_week is 'additions only';
comment on table registration_history is 'additions only';
comment on table bulletin_step is 'additions only';
comment on table bulletin_file is 'additions only';
comment on table bulletin_template is 'additions only';
comment on table reveal is 'additions only';
comment on table platform_as_of is 'additions only';

-- a closing claims entries and what became of platforms, once; retention forgets reasons and notes
comment on column tally_entry.week_id is 'updatable';
comment on column platform_as_of.week_ends_on is 'updatable';
comment on column registration_history.reason is 'updatable';
comment on column reveal.note is 'updatable';

comment on column investor.document_number is 'encrypted';
comment on column investor.phone is 'encrypted';
comment on column investor.other_phone is 'encrypted';
comment on column investor.born_on is 'encrypted';
comment on column investor.street_address is 'encrypted';
comment on column investor.emergency_name is 'encrypted';
comment on column investor.emergency_phone is 'encrypted';
comment on column registration.agent_document_number is 'encrypted';
comment on column registration.agent_phone is 'encrypted';
comment on column registration.salesperson_phone is 'encrypted';
comment on column platform_account.registered_phone is 'encrypted';
comment on column investment.bank_account is 'encrypted';
comment on column draft.content is 'encrypted';
comment on column idempotency_key.body is 'encrypted';
