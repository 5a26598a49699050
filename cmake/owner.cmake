# The owner of this project: the maintainer of the Debian package, and the contact for vulnerabilities. Whoever
# publishes the project fills in the address, only here; .ci/release-check refuses a release without one.
set(linode_pat_owner_name "the linode-personal-access-token authors")
set(linode_pat_owner_address "")
