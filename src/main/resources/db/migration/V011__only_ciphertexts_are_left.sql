-- What was in clear goes, and with it the pages it was on: giving a column another type writes a table anew.

alter table investor
    drop column plain_document_number,
    drop column plain_phone,
    drop column plain_other_phone,
    drop column plain_born_on,
    drop column plain_street_address,
    drop column plain_emergency_name,
    drop column plain_emergency_phone,
    alter column document_number set not null,
    alter column document_index set not null,
    alter column kind type text using kind || '';
alter table registration
    drop column plain_agent_document_number,
    drop column plain_agent_phone,
    drop column plain_salesperson_phone,
    alter column channel type text using channel || '';
alter table platform_account
    drop column plain_registered_phone,
    alter column username type text using username || '';
alter table investment
    drop column plain_bank_account,
    alter column product type text using product || '';

alter table investor add constraint investor_is_kept_once unique (document_index, document_type);
create index investor_by_phone on investor (phone_index);
create index investor_by_other_phone on investor (other_phone_index);
