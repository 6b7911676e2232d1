SELECT 1 FROM t WHERE s <> 'open' OR ss::text <> '{new,done}' OR d::text <> 'new' OR (p).a <> 'open' OR up <> 'N';
