-- A loan that was written off and repaid afterwards stood written off in between: its terms hold the day on which it was
-- repaid, so the version remembers the other one. Null: it was not written off before it was repaid.
alter table loan_version add column written_off_on date;
create trigger loan_version_fixed_too before update of written_off_on on loan_version
    for each statement execute function refuse_rewrite();
