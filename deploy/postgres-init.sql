-- Run by the PostgreSQL image when its data folder is empty. The service owns its database and is not a superuser. The
-- password of the superuser is removed, so it can log in only from inside the container.
\getenv password POSTGRES_PASSWORD
CREATE ROLE gatehouse LOGIN PASSWORD :'password';
CREATE DATABASE gatehouse OWNER gatehouse;
ALTER ROLE postgres PASSWORD NULL;
