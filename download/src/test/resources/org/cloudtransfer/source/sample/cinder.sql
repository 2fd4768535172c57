INSERT INTO quotas (project_id, resource, hard_limit, deleted) VALUES
  ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'volumes_ssd', 5, false),
  ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'gigabytes', 2000, false),
  ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'snapshots', 1, true),
  ('cccccccccccccccccccccccccccccccc', 'volumes', 7, NULL);
