from django.urls import path

from bezpiecznik.reporting.ladder import views as ladder
from bezpiecznik.reporting.views import filling, inserting, links, periods, review

app_name = "reporting"

urlpatterns = [
    path("", periods.periods, name="periods"),
    path("okres/nowy/", periods.plan, name="plan-period"),
    path("okres/<int:pk>/otwarcie/", periods.open_, name="open-period"),
    path("okres/<int:pk>/uzupelnienie/", periods.renew, name="renew-obligations"),
    path("okres/<int:pk>/zamkniecie/", periods.close, name="close-period"),
    path("okres/<int:pk>/macierz/", periods.matrix, name="matrix"),
    path("okres/<int:pk>/migawka.json", periods.snapshot, name="snapshot"),
    path("okres/<int:pk>/przypomnienia/", ladder.reminders, name="reminders"),
    path("okres/<int:pk>/przypomnienia/wstrzymanie/", ladder.pause, name="pause-reminders"),
    path("przypomnienia/wstrzymanie/<int:pk>/koniec/", ladder.resume, name="resume-reminders"),
    path("przypomnienia/wyslanie/", ladder.remind, name="remind"),
    path("przypomnienia/kroki/", ladder.steps, name="ladder-steps"),
    path("przypomnienia/kroki/nowy/", ladder.new_step, name="new-ladder-step"),
    path("przypomnienia/kroki/<int:pk>/", ladder.step, name="ladder-step"),
    path("do-przyjecia/", review.queue, name="queue"),
    path("do-przyjecia/zaznaczone/", review.accept_chosen, name="accept-chosen"),
    path("lacza/", links.index, name="links"),
    path("lacza/nowe/", links.send, name="send-link"),
    path("lacza/<int:pk>/ponowienie/", links.resend, name="resend-link"),
    path("lacza/<int:pk>/uniewaznienie/", links.revoke, name="revoke-link"),
    path("moje/", filling.my_packets, name="my-packets"),
    path("wpis/<int:pk>/", filling.save, name="save-entry"),
    path("wpis/<int:pk>/historia/", filling.entry_history, name="entry-history"),
    path("wpis/<int:pk>/z-dzialalnosci/", inserting.insert, name="insert-activities"),
    path("wpis/<int:pk>/poprzedni-tekst/", filling.reuse, name="reuse-text"),
    path("<int:pk>/", filling.packet, name="packet"),
    path("<int:pk>/druk/", filling.printed, name="print-packet"),
    path("<int:pk>/wersja/<int:no>/", filling.version, name="version"),
    path("<int:pk>/do-podpisu/", filling.hand_over, name="hand-over"),
    path("<int:pk>/cofniecie/", filling.take_back, name="take-back"),
    path("<int:pk>/zlozenie/", filling.submit, name="submit-packet"),
    path("<int:pk>/podpis/", filling.sign, name="sign-packet"),
    path("<int:pk>/przeglad/", review.review, name="review"),
    path("<int:pk>/przyjecie/", review.accept, name="accept-packet"),
    path("<int:pk>/zwrot/", review.return_, name="return-packet"),
    path("<int:pk>/ponowne-otwarcie/", review.reopen, name="reopen-packet"),
]
