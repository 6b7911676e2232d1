-- 1. CREATE constraint public.n.n_new
ALTER TABLE public.n ADD CONSTRAINT n_new CHECK ((id > 0)) NOT ENFORCED NOT VALID;

-- 2. CREATE constraint public.stay.stay_once, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.stay ADD CONSTRAINT stay_once UNIQUE (id, during WITHOUT OVERLAPS);

-- 3. DROP constraint public.l.l_k
ALTER TABLE public.l DROP CONSTRAINT l_k;

-- 4. CREATE constraint public.l.l_k, DATA_DEPENDENT
ALTER TABLE public.l ADD CONSTRAINT l_k FOREIGN KEY (k_id) REFERENCES public.k(id) NOT VALID;

-- 5. ALTER constraint public.l.l_k, ALONE, DATA_DEPENDENT
ALTER TABLE public.l VALIDATE CONSTRAINT l_k;

-- 6. DROP constraint public.l.l_k2
ALTER TABLE public.l DROP CONSTRAINT l_k2;

-- 7. CREATE constraint public.l.l_k2
ALTER TABLE public.l ADD CONSTRAINT l_k2 FOREIGN KEY (k2) REFERENCES public.k(id) NOT ENFORCED NOT VALID;

-- 8. DROP constraint public.n.n_gone
ALTER TABLE public.n DROP CONSTRAINT n_gone;

-- 9. DROP constraint public.n.n_high
ALTER TABLE public.n DROP CONSTRAINT n_high;

-- 10. CREATE constraint public.n.n_high, DATA_DEPENDENT
ALTER TABLE public.n ADD CONSTRAINT n_high CHECK ((m > 0)) NOT VALID;

-- 11. ALTER constraint public.n.n_high, ALONE, DATA_DEPENDENT
ALTER TABLE public.n VALIDATE CONSTRAINT n_high;

-- 12. DROP constraint public.n.n_low
ALTER TABLE public.n DROP CONSTRAINT n_low;

-- 13. CREATE constraint public.n.n_low
ALTER TABLE public.n ADD CONSTRAINT n_low CHECK ((m < 10)) NOT ENFORCED NOT VALID;

-- 14. DROP constraint public.room.room_pk
ALTER TABLE public.room DROP CONSTRAINT room_pk;

-- 15. CREATE constraint public.room.room_pk, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.room ADD CONSTRAINT room_pk PRIMARY KEY (id, during WITHOUT OVERLAPS);

-- 16. CREATE constraint public.stay.stay_room, DATA_DEPENDENT
ALTER TABLE public.stay ADD CONSTRAINT stay_room FOREIGN KEY (room_id, PERIOD during) REFERENCES public.room(id, PERIOD during) NOT VALID;

-- 17. ALTER constraint public.stay.stay_room, ALONE, DATA_DEPENDENT
ALTER TABLE public.stay VALIDATE CONSTRAINT stay_room;

-- reverse

-- 1. CREATE constraint public.n.n_gone
ALTER TABLE public.n ADD CONSTRAINT n_gone CHECK ((id > 1)) NOT ENFORCED NOT VALID;

-- 2. DROP constraint public.l.l_k
ALTER TABLE public.l DROP CONSTRAINT l_k;

-- 3. CREATE constraint public.l.l_k
ALTER TABLE public.l ADD CONSTRAINT l_k FOREIGN KEY (k_id) REFERENCES public.k(id) NOT ENFORCED NOT VALID;

-- 4. DROP constraint public.l.l_k2
ALTER TABLE public.l DROP CONSTRAINT l_k2;

-- 5. CREATE constraint public.l.l_k2, DATA_DEPENDENT
ALTER TABLE public.l ADD CONSTRAINT l_k2 FOREIGN KEY (k2) REFERENCES public.k(id) NOT VALID;

-- 6. ALTER constraint public.l.l_k2, ALONE, DATA_DEPENDENT
ALTER TABLE public.l VALIDATE CONSTRAINT l_k2;

-- 7. DROP constraint public.n.n_high
ALTER TABLE public.n DROP CONSTRAINT n_high;

-- 8. CREATE constraint public.n.n_high
ALTER TABLE public.n ADD CONSTRAINT n_high CHECK ((m > 0)) NOT ENFORCED NOT VALID;

-- 9. DROP constraint public.n.n_low
ALTER TABLE public.n DROP CONSTRAINT n_low;

-- 10. CREATE constraint public.n.n_low, DATA_DEPENDENT
ALTER TABLE public.n ADD CONSTRAINT n_low CHECK ((m < 10)) NOT VALID;

-- 11. ALTER constraint public.n.n_low, ALONE, DATA_DEPENDENT
ALTER TABLE public.n VALIDATE CONSTRAINT n_low;

-- 12. DROP constraint public.n.n_new
ALTER TABLE public.n DROP CONSTRAINT n_new;

-- 13. DROP constraint public.stay.stay_once
ALTER TABLE public.stay DROP CONSTRAINT stay_once;

-- 14. DROP constraint public.stay.stay_room
ALTER TABLE public.stay DROP CONSTRAINT stay_room;

-- 15. DROP constraint public.room.room_pk
ALTER TABLE public.room DROP CONSTRAINT room_pk;

-- 16. CREATE constraint public.room.room_pk, DATA_DEPENDENT
ALTER TABLE public.room ADD CONSTRAINT room_pk PRIMARY KEY (id, during);
