INSERT INTO public.events VALUES (1, '2026-02-01', 'a'), (2, '2025-02-01', 'b');
