create table u (a int default 1 not null, bb text null, c int as (a + 1), d text); create trigger x after insert on u begin select 1; end;
