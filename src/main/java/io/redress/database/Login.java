package io.redress.database;

public record Login(String url, String username, String password) {

    @Override
    public String toString() {
        return username + " at " + url;
    }
}
