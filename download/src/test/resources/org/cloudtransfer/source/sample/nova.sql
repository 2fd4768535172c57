INSERT INTO key_pairs (name, user_id, fingerprint, public_key, deleted, type) VALUES
  ('zebra', '11111111111111111111111111111111', 'aa:bb', 'ssh-rsa AAAA admin', 0, 'ssh'),
  ('Zulu', '11111111111111111111111111111111', 'aa:bc', 'ssh-rsa AAAB "quoted", comma', 0, 'ssh'),
  ('gone', '11111111111111111111111111111111', 'aa:bd', 'ssh-rsa AAAC', 3, 'ssh'),
  ('laptop', 'jdoe', 'aa:be', E'-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n', 0, 'x509'),
  ('empty', 'jürgen', NULL, '', 0, 'ssh'),
  ('null', 'jürgen', NULL, NULL, 0, 'ssh'),
  ('mapped', '3333333333333333333333333333333333333333333333333333333333333333', 'aa:bf', 'ssh-rsa AAAD', 0, 'ssh'),
  ('left behind', 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee', 'aa:c0', 'ssh-rsa AAAE', 0, 'ssh');
INSERT INTO quotas (project_id, resource, hard_limit, deleted) VALUES
  ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'instances', 20, 0),
  ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'cores', -1, 0),
  ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'ram', 1, 7),
  ('ffffffffffffffffffffffffffffffff', 'cores', 0, 0);
INSERT INTO project_user_quotas (project_id, user_id, resource, hard_limit, deleted) VALUES
  ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'jdoe', 'cores', 4, 0),
  ('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 'jdoe', 'cores', 2, 0),
  ('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', '11111111111111111111111111111111', 'ram', NULL, 0),
  ('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 'jdoe', 'ram', 9, 5);
