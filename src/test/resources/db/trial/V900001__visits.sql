create table visit (
    id uuid primary key,
    version bigint not null,
    registration_id uuid not null references registration,
    investor_id uuid not null references investor,
    platform_id uuid not null references platform,
    area_code text not null references area,
    visited_on date not null,
    note text,
    is_answered boolean not null
);
create index visit_by_registration on visit (registration_id);
