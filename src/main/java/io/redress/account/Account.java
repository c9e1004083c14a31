package io.redress.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.area.AreaScope;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** Somebody who may sign in. Disabled, never deleted: what they did keeps their name. */
@Entity
class Account extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Version
    long version;

    String username;

    String name;

    String passwordHash;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    Set<Role> roles = EnumSet.noneOf(Role.class);

    /** The area they answer for; null for the whole county. */
    String areaCode;

    /** The branch a liaison speaks for. */
    UUID branchId;

    boolean disabled;

    Instant createdAt;

    Viewer viewer() {
        return new Viewer(id, name, Set.copyOf(roles), AreaScope.of(areaCode), branchId);
    }

    static Optional<Account> named(String username) {
        return find("username", username).firstResultOptional();
    }

    static List<Account> after(String username, int limit) {
        return find("username > ?1 order by username", username == null ? "" : username)
                .page(0, limit)
                .list();
    }
}
