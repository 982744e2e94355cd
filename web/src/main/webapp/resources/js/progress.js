/* Follows a load that is under way and shows the page anew when it is at rest; or what it would do, and says it when it is known. */
(function () {
    'use strict';
    var lost = document.getElementById('load-lost');

    function follow(bar, tell) {
        function look() {
            fetch(bar.dataset.progress, { redirect: 'manual', headers: { Accept: 'application/json' } })
                .then(function (answer) {
                    /* the session has ended: the page itself leads to signing in, and back to here */
                    if (answer.type === 'opaqueredirect') {
                        window.location.reload();
                        return null;
                    }
                    return answer.ok ? answer.json() : Promise.reject(answer.status);
                })
                .then(function (load) {
                    lost.hidden = true;
                    if (load === null) {
                        return;
                    }
                    if (tell(load)) {
                        window.setTimeout(look, 1000);
                    }
                })
                .catch(function () {
                    lost.hidden = false;
                    window.setTimeout(look, 5000);
                });
        }
        window.setTimeout(look, 500);
    }

    var bar = document.getElementById('load-bar');
    if (bar) {
        follow(bar, function (load) {
            bar.value = load.percent;
            document.getElementById('load-state').textContent = load.state;
            if (load.atRest) {
                window.location.reload();
            }
            return !load.atRest;
        });
    }

    var effectBar = document.getElementById('effect-bar');
    if (effectBar) {
        follow(effectBar, function (load) {
            if (!load.effect) { // somebody has confirmed or withdrawn it meanwhile
                window.location.reload();
                return false;
            }
            effectBar.value = load.effect.percent;
            if (load.effect.known) {
                document.getElementById('effect').textContent = load.effect.sentence;
                ['effect-computing', 'effect-unknown'].forEach(function (id) {
                    var gone = document.getElementById(id);
                    if (gone) {
                        gone.remove();
                    }
                });
            }
            return !load.effect.known;
        });
    }
}());
