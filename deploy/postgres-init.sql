-- Run by the image of PostgreSQL when its data folder is empty. The service owns its database and is no superuser; the
-- superuser has no password left, and so enters from within the container alone.
\getenv password POSTGRES_PASSWORD
CREATE ROLE gatehouse LOGIN PASSWORD :'password';
CREATE DATABASE gatehouse OWNER gatehouse;
ALTER ROLE postgres PASSWORD NULL;
