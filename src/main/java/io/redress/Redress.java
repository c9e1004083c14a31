package io.redress;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the database if there is none to use, then the service. */
@QuarkusMain
public class Redress {

    public static void main(String... args) {
        Quarkus.run(args);
    }
}
