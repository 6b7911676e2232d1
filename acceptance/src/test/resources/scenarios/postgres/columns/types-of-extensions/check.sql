SELECT 1 FROM t WHERE cast_there <> '{"a": "1"}' OR both_ways <> '7' OR elements <> ARRAY['{"b": "2"}'::jsonb] OR part <> '{[1,3)}';
