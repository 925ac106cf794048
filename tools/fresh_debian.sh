#!/usr/bin/env bash
# Tries the last commit in a fresh Debian 12 with nothing else in it: ./run demo, then ./run test. Needs root and debootstrap.
#
# usage: tools/fresh_debian.sh FOLDER [VERB...]     FOLDER/base is made once and kept, FOLDER/try is made anew each time
set -euo pipefail

[[ $# -ge 1 ]] || { sed -n '2,4s/^# \{0,1\}//p' "$0"; exit 2; }
((EUID == 0)) || { echo "fresh_debian.sh needs root, to chroot" >&2; exit 1; }
command -v debootstrap >/dev/null || { echo "type: apt-get install debootstrap" >&2; exit 1; }
project=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "$1"
base=$(cd "$1" && pwd)/base
root=$(dirname "$base")/try
shift
(($#)) || set -- demo test

release() {
  for place in dev/pts dev/shm proc; do
    ! mountpoint -q "$root/$place" || umount "$root/$place"
  done
}
# Removes FOLDER/try; what is still mounted in it is never removed with it.
forget() {
  release && rm -rf --one-file-system "$root"
}
trap release EXIT
forget

# The machine's own word on where Debian is, and how to reach and trust it.
if [[ ! -e $base/complete ]]; then
  # shellcheck disable=SC2016  # $(REPO_URI) is apt's word
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Codename: bookworm' | sed -n 1p)
  echo "== a base system from $mirror in $base"
  rm -rf --one-file-system "$base"
  debootstrap --variant=minbase bookworm "$base" "$mirror" >"$base.log" 2>&1 || { tail "$base.log"; exit 1; }
  touch "$base/complete"
fi
cp -a "$base" "$root"
rm -rf "$root/etc/apt"
for path in /etc/apt /etc/ssl/certs /usr/share/keyrings /usr/share/ca-certificates /usr/local/share/ca-certificates \
  /etc/resolv.conf /etc/hosts; do
  [[ ! -e $path ]] || { mkdir -p "$root$(dirname $path)" && cp -aLT --remove-destination $path "$root$path"; }
done
mount -t proc proc "$root/proc"
mount -t devpts devpts "$root/dev/pts"
mount -t tmpfs tmpfs "$root/dev/shm"

git clone -q --no-hardlinks "$project" "$root/surety"
for verb in "$@"; do
  echo "== fresh Debian 12: ./run $verb"
  SECONDS=0
  chroot "$root" env -i PATH="$PATH" HOME=/root LANG=C.UTF-8 CI=true \
    ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} \
    /surety/run "$verb" </dev/null
  echo "== ./run $verb took $SECONDS seconds"
done
forget
