-- Names are found in either spelling: Kazakh letters count as the Russian ones that stand for them.
create or replace function search_name(family_name text, given_name text, patronymic text) returns text
    language sql immutable parallel safe as $$
    select translate(lower(concat_ws(' ', family_name, given_name, patronymic) collate "und-x-icu"),
        'әғқңөұүһіё', 'агкноуухие')
$$;
