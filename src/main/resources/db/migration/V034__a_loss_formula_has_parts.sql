-- What may be set off against principal beside principal paid back: returns, what was spent with the platform, the value of
-- goods received. Which of them is the choice of each platform's case. Figures stay as they are to the cent: where all
-- returns were set off, purchases (消费抵扣) were among them, and goods are a return in kind (法释〔2022〕5号 一).
alter table platform add column set_off text[];
update platform
    set set_off = case loss_formula when 'ALL_RETURNS_SET_OFF' then array['RETURNS', 'CONSUMPTION', 'GOODS'] else '{}' end;
alter table platform
    alter column set_off set not null,
    drop column loss_formula,
    add constraint platform_sets_off_known_parts check (set_off <@ array['RETURNS', 'CONSUMPTION', 'GOODS']);

-- The figures of a platform rest on its formula, so it is fixed once somebody has registered. Whoever registers holds the row
-- FOR SHARE; this trigger runs when the row is locked for the update, so it sees every registration that went by the old one.
create function keep_loss_formula() returns trigger language plpgsql as $$
begin
    if exists (select from registration where platform_id = old.id) then
        raise exception 'somebody has registered; this violates check constraint "platform_loss_formula_is_fixed"'
            using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger platform_keeps_its_loss_formula before update of set_off on platform for each row
    when (not (old.set_off <@ new.set_off and new.set_off <@ old.set_off)) execute function keep_loss_formula();

alter table registration
    add column declared_consumption      numeric(18, 2) not null default 0,
    add column declared_goods_received   numeric(18, 2) not null default 0,
    add column verified_consumption      numeric(18, 2),
    add column verified_goods_received   numeric(18, 2),
    add column adjudicated_consumption    numeric(18, 2),
    add column adjudicated_goods_received numeric(18, 2);
-- What was declared is told apart by its lines. What was verified or adjudicated was given as one sum and stays one.
update registration r
    set declared_consumption = spent.amount, declared_returns_paid = declared_returns_paid - spent.amount
    from (select registration_id, sum(amount) as amount from repayment where kind = 'CONSUMPTION_OFFSET'
        group by registration_id) as spent
    where spent.registration_id = r.id;
update registration set verified_consumption = 0, verified_goods_received = 0 where verified_principal is not null;
update registration set adjudicated_consumption = 0, adjudicated_goods_received = 0 where adjudicated_principal is not null;
