INSERT INTO quotas VALUES
  ('q2', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 'network', -1),
  ('q1', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'vip', 3);
INSERT INTO securitygroups VALUES
  ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'g1', 'default', 'Default security group'),
  ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'g2', E'web "front"\nsecond line', NULL),
  ('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 'g3', 'no rules', ''),
  ('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 'g4', 'default', 'not the default group');
INSERT INTO securitygrouprules VALUES
  ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'r2', 'g1', 'g1', 'ingress', 'IPv4', NULL, NULL, NULL, NULL),
  ('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 'r1', 'g2', NULL, 'ingress', 'IPv4', 'tcp', 80, 80, '10.0.0.1/8'),
  ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'r3', 'g2', 'g4', 'egress', 'IPv6', 'icmp', 8, 0, NULL);
INSERT INTO default_security_group VALUES ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'g1');
