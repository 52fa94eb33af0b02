import { credentialIn, isCredential } from '../../lib/manifest/credentials';
import { workOf } from '../support/work';

test.each([
  ['a private key', `-----BEGIN RSA ${'PRIVATE KEY'}-----\nMIIE`],
  ['a private key', `-----BEGIN ${'PRIVATE KEY'}-----`],
  ['an access key of AWS', `AKIA${'ABCDEFGHIJKLMNOP'}`],
  ['a token of GitHub', `ghp_${'a1B2c3D4e5F6'.repeat(3)}`],
  ['a token of GitLab', `glpat-${'a1B2c3D4e5F6g7H8i9J0'}`],
  ['a token of Slack', `xoxb-${'123456789012-abcdef'}`],
  ['a key of Stripe', `sk_live_${'4eC39HqLyjWDarjtT1zdp7dc'}`],
  ['a key of Google', `AIza${'SyA1234567890abcdefghijklmnopqrstuv'}`],
  ['a JSON Web Token', `Bearer eyJ${'hbGciOiJIUzI1NiJ9'}.eyJ${'zdWIiOiIxMjM0In0'}.dozjgNryP4J3jVmNHl0w5N`],
  ['a URL with a password', 'postgres://shop:hunter2@db:5432/shop'],
  ['a URL with a password', 'redis://:hunter2@cache:6379'],
  ['a password', 'host=db user=shop password=hunter2'],
  ['a password', 'Server=db;User Id=shop;Password=hunter2;'],
  ['a password', 'exec mysql --password hunter2 shop'],
])('sees %s', (what, text) => {
  expect(credentialIn(text)).toBe(what);
});

test.each([
  'postgres://shop:$(PASSWORD)@db:5432/shop',
  'postgres://shop:${PASSWORD}@db/shop',
  'postgres://shop@db/shop',
  'postgres://user:<password>@host/db',
  'https://example.com:8080/path@2',
  'https://reader.example.com',
  'host=db password=$(PGPASSWORD)',
  'host=db passfile=/run/secrets/pgpass',
  'mysql --password "$MYSQL_PASSWORD"',
  'set PASSWORD=$(cat /run/secrets/password)',
  '-----BEGIN CERTIFICATE-----',
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ3',
  'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'disk-0123456789012345678901234567',
  'a'.repeat(200_000),
])('sees nothing in %.80s', (text) => {
  expect(workOf(() => expect(credentialIn(text)).toBeUndefined())).toBeLessThan(500);
});

test.each([
  ['DB_PASSWORD', 'hunter2'],
  ['DB_PASSWORD', '123456'],
  ['POSTGRES_PASSWORD', 'password'],
  ['MYSQL_ROOT_PASSWORD', 'root'],
  ['PGPASSWORD', 'x'],
  ['spring.datasource.password', 'hunter2'],
  ['jwtSecret', 'abc'],
  ['API_KEY', '4f9a'],
  ['apiKey', '4f9a'],
  ['AWS_SECRET_ACCESS_KEY', 'wJalrXUtnFEMI'],
  ['SECRET_KEY_BASE', 'f00'],
  ['GITHUB_TOKEN', 'abc'],
  ['MYSQL_PWD', 'hunter2'],
  ['DB_PASSWORD_2', 'hunter2'],
  ['PASSWORD1', 'hunter2'],
  ['AZURE_STORAGE_KEY', 'abcd=='],
  ['AZURE_STORAGE_ACCOUNT_KEY', 'abcd=='],
  ['APP_KEY', 'base64:abcd='],
  ['AIRFLOW__CORE__FERNET_KEY', 'abcd='],
  ['RABBITMQ_ERLANG_COOKIE', 'SWQOKODSQALRPCLNMEQG'],
])('%s=%s is a credential', (name, value) => {
  expect(isCredential(name, value)).toBe(true);
});

test.each([
  ['DB_PASSWORD', ''],
  ['DB_PASSWORD', '  '],
  ['DB_PASSWORD', '$(OTHER)'],
  ['DB_PASSWORD', '${OTHER}'],
  ['DB_PASSWORD', 'vault:secret/data/db#password'],
  ['DB_PASSWORD', '/run/secrets/password'],
  ['DB_PASSWORD_FILE', '/run/secrets/password'],
  ['PASSWORD_MIN_LENGTH', '8'],
  ['REQUIRE_PASSWORD', 'hunter2'],
  ['RESET_PASSWORD', 'true'],
  ['PASSWORD_RESET_URL', 'https://example.com/reset'],
  ['PROXY_PASS', 'http://web:8080'],
  ['TOKEN_TTL', '3600'],
  ['MAX_TOKENS', '4096'],
  ['CSRF_TOKEN', 'true'],
  ['TLS_SECRET', 'web-tls'],
  ['IMAGE_PULL_SECRET', 'registry'],
  ['SECRET_NAME', 'web'],
  ['PUBLIC_KEY', 'abc'],
  ['AWS_ACCESS_KEY_ID', 'name'],
  ['SORT_KEY', 'name'],
  ['GOOGLE_APPLICATION_CREDENTIALS', '/run/secrets/key.json'],
  ['KEYCLOAK_URL', 'https://id.example.com'],
  ['PWD', '/app'],
  ['MYSQL_ALLOW_EMPTY_PASSWORD', '1'],
  ['MYSQL_RANDOM_ROOT_PASSWORD', '1'],
  ['EXISTING_SECRET', 'db-login'],
  ['SESSION_COOKIE', 'sid'],
  ['CONFIG_KEY', 'name'],
])('%s=%s is none', (name, value) => {
  expect(isCredential(name, value)).toBe(false);
});
