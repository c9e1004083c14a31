/**
 * The embedded PostgreSQL (内置数据库), for an office with one PC and nobody to install a server. It runs when no {@code
 * DB_URL} is set and lives in the data folder: the binaries in {@code postgres/}, the data in {@code database/}, the
 * superuser's password in {@code database.password}, the server's log in {@code database.log}.
 *
 * <p>It is a standard PostgreSQL with durable settings: after a response 201 the data is on disk. It listens on this
 * machine only, on a port chosen at each start, and demands a password from everybody from the beginning. Only one
 * Redress uses a folder at a time. The next start stops a server that a killed Redress left running, and remakes what
 * it left unfinished. {@link io.redress.database.EmbeddedDatabase} starts and stops the server, {@link
 * io.redress.database.DataFolder} is the folder, {@link io.redress.database.Postmaster} finds the server's process.
 */
@Uses({})
package io.redress.database;

import io.redress.common.feature.Uses;
