-- By which version of the definitions the timelines were made: another one makes them all again.
alter table movement_freshness add column rules text not null;

-- The form in which names are searched for.
create function search_name(family_name text, given_name text, patronymic text) returns text
    language sql immutable parallel safe as $$
    select lower(concat_ws(' ', family_name, given_name, patronymic) collate "und-x-icu")
$$;
