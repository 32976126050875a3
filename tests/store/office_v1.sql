-- An office of the first version of the tables, as its software left it: never changed again.
CREATE TABLE office (              -- one row
  one     INTEGER PRIMARY KEY CHECK (one = 1),
  digest  TEXT NOT NULL,           -- algorithm, never changed
  acts    INTEGER NOT NULL         -- how many were committed
) STRICT;

CREATE TABLE cases (
  id       TEXT PRIMARY KEY,
  round    TEXT NOT NULL,
  kind     TEXT NOT NULL,
  title    TEXT NOT NULL,
  label    TEXT NOT NULL,
  finished INTEGER NOT NULL CHECK (finished IN (0, 1)),
  version  INTEGER NOT NULL CHECK (version >= 1),
  body     TEXT NOT NULL,
  limits   TEXT NOT NULL,
  papers   TEXT NOT NULL,
  seal     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
  n        INTEGER PRIMARY KEY CHECK (n >= 1),
  previous TEXT NOT NULL,
  text     TEXT NOT NULL,
  digest   TEXT NOT NULL UNIQUE,
  case_id  TEXT NOT NULL           -- field "case" of the text, to find the last act
) STRICT;
CREATE INDEX journal_by_case ON journal (case_id, n);
CREATE TRIGGER journal_keeps BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER journal_holds BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE case_acts (           -- which version each act left
  case_id  TEXT NOT NULL,
  version  INTEGER NOT NULL,       -- 0: there was no row
  entry    INTEGER NOT NULL,       -- journal entry; 0: the journal was empty
  PRIMARY KEY (case_id, version, entry)
) STRICT, WITHOUT ROWID;

CREATE TABLE files (
  digest   TEXT PRIMARY KEY,
  size     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE number_books (
  code     TEXT NOT NULL,
  year     INTEGER NOT NULL,
  last     INTEGER NOT NULL,
  PRIMARY KEY (code, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE numbers (
  code     TEXT NOT NULL,
  year     INTEGER NOT NULL,
  n        INTEGER NOT NULL CHECK (n >= 1),
  paper    TEXT NOT NULL,
  state    TEXT NOT NULL CHECK (state IN ('issued', 'void')),
  reason   TEXT NOT NULL,
  seal     TEXT NOT NULL,
  PRIMARY KEY (code, year, n),
  FOREIGN KEY (code, year) REFERENCES number_books (code, year)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER numbers_hold BEFORE DELETE ON numbers BEGIN SELECT RAISE(ABORT, 'never freed'); END;

CREATE TABLE registers (
  name     TEXT NOT NULL,
  version  INTEGER NOT NULL CHECK (version >= 1),
  reason   TEXT NOT NULL,
  on_day   TEXT NOT NULL,
  frozen   INTEGER NOT NULL CHECK (frozen IN (0, 1)),
  body     TEXT NOT NULL,
  seal     TEXT NOT NULL,
  PRIMARY KEY (name, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER registers_keep BEFORE UPDATE OF name, version, reason, on_day, body ON registers
  BEGIN SELECT RAISE(ABORT, 'a new version instead'); END;
CREATE TRIGGER registers_hold BEFORE DELETE ON registers BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE settings (
  key      TEXT PRIMARY KEY,
  value    TEXT NOT NULL,
  seal     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
  key      TEXT PRIMARY KEY,
  message  TEXT NOT NULL,
  sent     INTEGER NOT NULL DEFAULT 0 CHECK (sent IN (0, 1))
) STRICT, WITHOUT ROWID;
INSERT INTO office VALUES (1, 'sha256', 2);
INSERT INTO cases VALUES ('2025-LS-001', '2025-LS', 'case', '岚东律师事务所', '已送达通知书', 0, 1, '{"问题数":2}', '[]', '[]', '07cdd4058700b6dd37ba4d7a44001ab0a3160e91e7c1d42c17b56662f036077d');
INSERT INTO cases VALUES ('2025-LS-002', '2025-LS', 'case', '澄阳县公证处', '办结归档', 1, 1, '{"问题数":0}', '[]', '[]', 'a8f2e764ac787a42d050afd161e2c81bf8584e38ece4192f1afd70b576c187fb');
INSERT INTO journal VALUES (1, '0000000000000000000000000000000000000000000000000000000000000000', '{"case":"2025-LS-001","event":"notice.served","on":"2025-03-02","recorded":"2025-03-02T09:30:00+08:00","recorder":"周晓岚","signatory":"林致远"}', 'fe1769cd812f74c8808147a8a27c81e00252a1723bcf41a4de7e26046a70816d', '2025-LS-001');
INSERT INTO journal VALUES (2, 'fe1769cd812f74c8808147a8a27c81e00252a1723bcf41a4de7e26046a70816d', '{"case":"2025-LS-002","event":"notice.served","recorded":"2025-03-03T09:30:00+08:00"}', 'e7fc82f3ba703afc2dd9da68d8ab93682848372e652092cbc04c07887f7f0b9f', '2025-LS-002');
INSERT INTO case_acts VALUES ('2025-LS-001', 1, 1);
INSERT INTO case_acts VALUES ('2025-LS-002', 1, 2);
INSERT INTO number_books VALUES ('岚司检', 2025, 1);
INSERT INTO numbers VALUES ('岚司检', 2025, 1, '2025-LS-001-D01', 'issued', '', '4c9d0f648c97d5cc4f301c03fffc0058eeb99d5740bd2c595fe35466b89282ee');
INSERT INTO registers VALUES ('targets', 1, '初次导入', '2025-01-05', 1, '"甲"', '1182900b2f27ff6398f368affb0e9b3b507062e7212b13a8a6ff7ffc1410bf50');
INSERT INTO settings VALUES ('bureau', '{"名称":"岚东县司法局"}', '6691da9f1db77502ce4236f7ea0c1c140efb4a4d79ab420638809af6cc450156');
INSERT INTO outbox VALUES ('公示-1', '{"名称":"公示"}', 0);
PRAGMA application_id=1095649841;
PRAGMA user_version=1;
