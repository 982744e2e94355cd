-- Loads that a form has made mend nothing of the lists that came before: a form writes what it knows, not those rows anew.
alter table load add column of_form boolean not null default false;

-- The desk counts loads that somebody is to look at, and asks of each whether a clean one has followed.
create index load_concern on load (seq)
    where state = 'HELD' or (state = 'FAILED' or state = 'DONE' and rejected > 0) and not dry_run;
create index load_clean on load (list, account, seq)
    where state = 'DONE' and rejected = 0 and not dry_run and not of_form;

-- What the register said when a draft took up its household: what nobody has touched since is not said anew.
alter table screening add column adopted jsonb;
