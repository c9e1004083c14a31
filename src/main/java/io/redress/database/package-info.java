/**
 * The PostgreSQL that Redress brings along (内置数据库), for an office with one PC and nobody to install a server. It runs
 * when no {@code DB_URL} is given and lives in the data folder: the program's binaries in {@code postgres/}, the records in
 * {@code database/}, the superuser's password in {@code database.password}, what the server says in {@code database.log}.
 *
 * <p>It is the engine that one would install, set so that an answer given is kept: what was answered 201 is on the disk.
 * It listens on this machine only, on a port chosen at each start, and asks everybody for a password from its first moment
 * on. One Redress uses a folder at a time; what a killed one left running is stopped, and what it left half-made is made
 * again. {@link io.redress.database.EmbeddedDatabase} starts and stops it, {@link io.redress.database.DataFolder} knows the
 * folder, {@link io.redress.database.Postmaster} finds the server's process.
 */
@Uses({})
package io.redress.database;

import io.redress.common.feature.Uses;
