INSERT INTO domain VALUES ('d2', 'Partners', true, '{}');
INSERT INTO project (id, name, enabled, domain_id) VALUES
  ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'alpha', true, 'default'),
  ('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 'beta', false, 'default'),
  ('cccccccccccccccccccccccccccccccc', 'idle', true, 'd2');
INSERT INTO "user" (id, name, enabled, domain_id) VALUES
  ('11111111111111111111111111111111', 'admin', true, 'default'),
  ('22222222222222222222222222222222', 'nobody', true, 'default');
INSERT INTO id_mapping VALUES
  ('3333333333333333333333333333333333333333333333333333333333333333', 'd2', 'erika', 'user'),
  ('4444444444444444444444444444444444444444444444444444444444444444', 'd2', 'jdoe', 'group');
