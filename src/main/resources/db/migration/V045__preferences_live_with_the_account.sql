-- How a user likes the client to look: it follows them to another browser. Null until they have chosen.
create table preferences (
    account_id  uuid primary key references account,
    language    text constraint preferences_language_is_offered check (language in ('zh-CN', 'en')),
    dark        boolean,
    large_type  boolean,
    compact     boolean,
    menu_folded boolean
);
