export { Observable } from 'rxjs';
