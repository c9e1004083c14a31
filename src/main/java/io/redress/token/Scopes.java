package io.redress.token;

import io.redress.account.Role;
import io.redress.common.contract.PublishedContract;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The scopes of tokens: to read or to write one part of the API. */
@ApplicationScoped
public class Scopes {

    private final PublishedContract contract;

    Scopes(PublishedContract contract) {
        this.contract = contract;
    }

    /** The scopes of all operations that these roles may call. */
    SortedSet<String> allowedTo(Set<Role> roles) {
        var names = roles.stream().map(Role::name).collect(Collectors.toSet());
        return contract.operations()
                .filter(operation -> operation.roles().isEmpty() || !Collections.disjoint(operation.roles(), names))
                .flatMap(operation -> operation.scope().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
