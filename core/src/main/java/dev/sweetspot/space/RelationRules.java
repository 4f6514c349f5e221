package dev.sweetspot.space;

import dev.sweetspot.form.InvalidInputException;

/** What a relation may say about a space. */
final class RelationRules {
    private RelationRules() {}

    static void check(SearchSpace space, Relation relation) {
        if (relation instanceof Relation.Linear linear) {
            for (var name : linear.factors().keySet()) {
                var parameter = space.require(name).parameter();
                if (!(parameter instanceof RealParameter || parameter instanceof IntegerParameter)) {
                    throw new InvalidInputException(
                            "relation", linear.inWords(), name + " must be a number", "forbid a combination instead?");
                }
            }
        } else if (relation instanceof Relation.Forbidden forbidden) {
            forbidden
                    .labels()
                    .forEach((name, label) -> space.require(name).parameter().check(label));
        }
    }
}
