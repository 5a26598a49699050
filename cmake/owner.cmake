# Who answers for this project: the maintainer of its package, and who is told of vulnerabilities (.github/SECURITY.md). Whoever
# publishes it fills in the address, here and nowhere else; .ci/release-check refuses a release tag without one.
set(linode_pat_owner_name "the linode-personal-access-token authors")
set(linode_pat_owner_address "")
