-- A screening that is a draft again knows what it had said: what was not taken back of that still stands.
alter table screening add column reopened_answers jsonb;
update screening set reopened_answers = answers where reopened_at is not null; -- nobody has noted what they were
alter table screening add check ((reopened_answers is null) = (reopened_at is null));

-- Whose wish was turned down stays named also where the screening, finished once more, has not met them.
alter table screening_member
    add column met boolean not null default true,
    add check (met or not wishes);

create or replace view screening_visit as
select m.screening_id, coalesce(a.kept_id, m.person_id) as person_id, m.person_id as record_id, m.wishes, m.direction
from screening_member m
join screening s on s.id = m.screening_id and s.state = 'FINISHED'
left join person_merge a on a.merged_id = m.person_id and a.undone_rev is null
where m.met;
